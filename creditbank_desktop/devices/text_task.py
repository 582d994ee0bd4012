"""Reads the text of one page picture; runs in a process of its own, which alone loads the models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from creditbank_desktop.devices.limited_process import TaskRefused

MOST_SIDE = 2_400
"""Pixels of the longer side at which a page is read; more costs time and reads no better."""

_TALL = 1.5
_UPRIGHT = 0.8
_SAMPLE = 6
_PICTURE_HEIGHT = 48
_JPEG_QUALITY = 80


def read_text(_said: dict[str, Any], data: bytes) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Yield what a page says: the clockwise turn that made it upright, then each line with its picture.

    ``data`` is an encoded picture whose size was bounded before. Corners are in pixels of the upright page at
    the size at which it came; a line's picture is a JPEG. Raises `TaskRefused` ("text.no_picture").
    """
    import cv2
    import numpy

    page = cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    if page is None:
        raise TaskRefused("text.no_picture")
    scale = min(1.0, MOST_SIDE / max(page.shape[:2]))
    if scale < 1:
        page = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    turned, page, lines = _upright(page)
    yield {"turned": turned}, b""
    for text, confidence, corners in lines:
        said = {"text": text, "confidence": confidence, "corners": (corners / scale).tolist()}
        yield said, _cut(page, corners)


def _upright(page: Any) -> tuple[int, Any, list[tuple[str, float, Any]]]:
    """Return the turn in degrees, the page turned so, and its lines."""
    import cv2
    import numpy

    turned = 0
    boxes = _boxes(page)
    if _lies_down(boxes):
        page, turned = cv2.rotate(page, cv2.ROTATE_90_CLOCKWISE), 90
        boxes = _boxes(page)
    if boxes and _score(page, boxes) < _UPRIGHT:
        half = cv2.rotate(page, cv2.ROTATE_180)
        other = _boxes(half)
        if _score(half, other) > _score(page, boxes):
            page, boxes, turned = half, other, turned + 180
    texts, scores = _read(page, boxes)
    found = zip(texts, scores, boxes, strict=True)
    return turned, page, [(text, float(score), numpy.asarray(box)) for text, score, box in found if text]


def _boxes(page: Any) -> list[Any]:
    found = _engine()(page, use_det=True, use_cls=False, use_rec=False).boxes
    return [] if found is None else list(found)


def _lies_down(boxes: Sequence[Any]) -> bool:
    tall = [_height(box) > _TALL * _width(box) for box in boxes]
    return sum(tall) * 2 > len(tall)


def _score(page: Any, boxes: Sequence[Any]) -> float:
    """Return how surely the widest lines can be read, 0 to 1: upside down they hardly can."""
    widest = sorted(boxes, key=_width, reverse=True)[:_SAMPLE]
    _texts, scores = _read(page, widest)
    return sum(scores) / len(scores) if scores else 0.0


def _read(page: Any, boxes: Sequence[Any]) -> tuple[list[str], list[float]]:
    texts, scores = [], []
    for box in boxes:
        said = _engine()(_straightened(page, box), use_det=False, use_cls=False, use_rec=True)
        texts.append("".join(said.txts or ()).strip())
        scores.append(float(min(said.scores or (0.0,))))
    return texts, scores


def _straightened(page: Any, box: Any) -> Any:
    import cv2
    import numpy

    width, height = max(1, round(_width(box))), max(1, round(_height(box)))
    onto = numpy.array([[0, 0], [width, 0], [width, height], [0, height]], numpy.float32)
    turn = cv2.getPerspectiveTransform(numpy.asarray(box, numpy.float32), onto)
    return cv2.warpPerspective(
        page, turn, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )


def _cut(page: Any, box: Any) -> bytes:
    import cv2

    line = _straightened(page, box)
    scale = _PICTURE_HEIGHT / line.shape[0]
    small = cv2.resize(line, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _done, jpeg = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return bytes(jpeg)


def _width(box: Any) -> float:
    return float(((box[1] - box[0]) ** 2).sum() ** 0.5)


def _height(box: Any) -> float:
    return float(((box[3] - box[0]) ** 2).sum() ** 0.5)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error"})
