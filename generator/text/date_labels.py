"""The words before a date in, what the date is out: "published", "changed", "other", or ``""`` when they do not say."""

from __future__ import annotations

import re

PUBLISHED = re.compile(
    r"\b(?:published|posted|first\s+published|originally\s+published|publication\s+date|date\s+published|created|issued|released|pub(?:lish)?[_-]?date|datepublished|"
    r"veröffentlicht|erschienen|erstellt|publié|paru|mis\s+en\s+ligne|publicado|publicada|fecha\s+de\s+publicación|opublikowano|publikacja|data\s+publikacji|utworzono|"
    r"опубліковано|опубликовано|дата\s+публ\w+|pubblicato|gepubliceerd|publicat|発行|公開|发布|發布|發佈|게시|입력|등록)(?:\b|(?=\W))",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:(?:last\s+)?(?:updated?|modified|revised|edited|changed|reviewed|corrected)|datemodified|aktualisiert|geändert|stand|zuletzt|mis\s+à\s+jour|modifié|maj|"
    r"actualizado|actualizada|modificado|zaktualizowano|aktualizacja|ostatnia\s+zmiana|оновлено|змінено|обновлено|изменено|aggiornato|bijgewerkt|更新|수정)(?:\b|(?=\W))",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:received|accepted|filed|recorded|filmed|aired|broadcast|event|born|died|expires?|valid|archived|captured|retrieved|accessed|printed|copyright|deadline|starts?|ends?|"
    r"eingegangen|gültig|reçu|recibido|otrzymano|отримано|получено|joined|member\s+since|©)\b|©",
    re.IGNORECASE,
)


def date_label(before: str) -> str:
    """The label that stands nearest to the end of ``before``."""
    found = [
        (match.end(), label)
        for label, pattern in (("published", PUBLISHED), ("changed", CHANGED), ("other", OTHER))
        for match in pattern.finditer(before)
    ]
    return max(found)[1] if found else ""
