"""Painted pieces and delegates; they read roles and values, never a clock."""
