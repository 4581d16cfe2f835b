"""Lines in, a PDF of them out: the least a page with a text layer needs."""

from __future__ import annotations

from collections.abc import Sequence


def pdf(pages: Sequence[Sequence[str]], info: str = "", trailer: str = "") -> bytes:
    """A document of these pages; one without lines has no text layer."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        info.encode() or b"<< >>",
    ]
    kids: list[int] = []
    for lines in pages:
        shown = "".join(f"({line.translate({40: None, 41: None, 92: None})}) Tj T*\n" for line in lines)
        body = f"BT /F1 11 Tf 14 TL 60 780 Td\n{shown}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {font} /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    )
    out, places = b"%PDF-1.4\n", list[int]()
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    rest = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{rest}".encode()
