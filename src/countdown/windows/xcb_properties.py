"""Properties of X11 windows that Qt has no words for."""

from __future__ import annotations

import ctypes


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _AtomReply(ctypes.Structure):
    _fields_ = (("head", ctypes.c_uint32 * 2), ("atom", ctypes.c_uint32))


class XcbProperties:
    """Writes properties through the connection that Qt has."""

    def __init__(self, connection: int) -> None:
        self._connection = ctypes.c_void_p(connection)
        self._library = ctypes.CDLL("libxcb.so.1")
        self._library.xcb_intern_atom.restype = _Cookie
        self._library.xcb_intern_atom_reply.restype = ctypes.POINTER(_AtomReply)
        self._library.xcb_change_property.restype = _Cookie
        self._free = ctypes.CDLL(None).free

    def atom(self, name: str) -> int:
        asked = self._library.xcb_intern_atom(
            self._connection, ctypes.c_uint8(0), ctypes.c_uint16(len(name)), name.encode()
        )
        reply = self._library.xcb_intern_atom_reply(self._connection, asked, None)
        if not reply:
            return 0
        found = int(reply.contents.atom)
        self._free(reply)
        return found

    def write(self, window: int, name: int, kind: int, values: list[int]) -> None:
        """Replace a property by 32-bit values."""
        packed = (ctypes.c_uint32 * len(values))(*values)
        figures = (window, name, kind, ctypes.c_uint8(32), len(values))
        self._library.xcb_change_property(
            self._connection,
            ctypes.c_uint8(0),  # replace
            *(ctypes.c_uint32(one) if isinstance(one, int) else one for one in figures),
            packed,
        )
