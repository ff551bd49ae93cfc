"""Files that went either way, kept in memory."""

import hashlib
import mimetypes
import struct
from dataclasses import dataclass

from bot.local_telegram.calls import Upload
from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import bad_request

PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024


PHOTO = "photo"
VOICE_TYPE = "audio/ogg"
FOLDERS = {
    PHOTO: "photos",
    "document": "documents",
    "video": "videos",
    "audio": "music",
    "voice": "voice",
    "video_note": "video_notes",
}
"""What a message can carry, and where such files lie."""
SIDE = 240
"""Pixels of a video note, and of a film whose size nobody reads here."""


@dataclass(frozen=True, slots=True)
class Stored:
    file_id: str
    unique_id: str
    path: str
    name: str
    content_type: str
    content: bytes
    kind: str = "document"
    size: tuple[int, int] | None = None

    def as_file(self) -> JSON:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}

    def as_part(self) -> JSON:
        """The part of a message that names the file; of a photo a list of sizes, here of one, the photo itself."""
        match self.kind:
            case "photo":
                width, height = self.size or (1, 1)
                return {"photo": [{**self.as_file(), "width": width, "height": height}]}
            case "voice":
                return {"voice": {**self.as_file(), "mime_type": VOICE_TYPE, "duration": self._seconds}}
            case "video_note":
                return {"video_note": {**self.as_file(), "length": SIDE, "duration": self._seconds}}
            case "video":
                sized = {"width": SIDE, "height": SIDE, "duration": self._seconds}
                return {"video": {**self._named(), **sized}}
            case "audio":
                return {"audio": {**self._named(), "duration": self._seconds}}
        return {"document": self._named()}

    def _named(self) -> JSON:
        return {**self.as_file(), "file_name": self.name, "mime_type": self.content_type}

    @property
    def _seconds(self) -> int:
        """As long as speech of so many bytes would be."""
        return 1 + len(self.content) // 4000


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}

    def keep(self, upload: Upload, kind: str) -> Stored:
        """`kind`: of `FOLDERS`. Raises Telegram's refusals."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        size = photo_size(upload) if kind == PHOTO else None
        number = len(self._by_id) + 1
        unique = hashlib.blake2b(upload.content, digest_size=8).hexdigest()
        stored = Stored(
            file_id=f"LOCAL{kind[0].upper()}{number:08d}{unique}",
            unique_id=f"AQ{unique}",
            path=f"{FOLDERS[kind]}/file_{number}{extension(upload)}",
            name=upload.name,
            content_type=content_type(upload, kind),
            content=upload.content,
            kind=kind,
            size=size,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def forget(self, file_id: str) -> None:
        """As when a bot's token is changed for another bot's: its old names of files are worth nothing."""
        stored = self._by_id.pop(file_id)
        del self._by_path[stored.path]

    def get(self, file_id: str) -> Stored | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> Stored | None:
        return self._by_path.get(path)


def photo_size(upload: Upload) -> tuple[int, int]:
    if len(upload.content) > PHOTO_LIMIT:
        size_text = f"file of size {len(upload.content)} bytes is too big for a photo"
        raise bad_request(f"{size_text}; the maximum size is {PHOTO_LIMIT} bytes")
    size = image_size(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def extension(upload: Upload) -> str:
    dot = upload.name.rfind(".")
    ending = upload.name[dot:].lower() if dot > 0 else ""
    return ending if ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= 8 else ""


def content_type(upload: Upload, kind: str) -> str:
    if kind == PHOTO:
        return "image/png" if upload.content.startswith(b"\x89PNG") else "image/jpeg"
    if kind == "voice":
        return VOICE_TYPE
    guessed = mimetypes.guess_type(upload.name)[0]
    if kind in ("video", "video_note"):
        return guessed if guessed and guessed.startswith("video/") else "video/mp4"
    return guessed or (upload.content_type if "/" in upload.content_type else "application/octet-stream")


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None when it is none of them."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return (width, height) if width and height else None
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return (width, height) if width and height else None
    if content.startswith(b"\xff\xd8"):
        return jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return webp_size(content)
    return None


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walks the segments to the frame header (SOF0–SOF15 but DHT, JPG, DAC)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None


def webp_size(content: bytes) -> tuple[int, int] | None:
    if len(content) < 30:
        return None
    if content[12:16] == b"VP8X":
        return (1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little"))
    if content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    width, height = struct.unpack("<HH", content[26:30])
    return (width & 0x3FFF, height & 0x3FFF)
