"""The style sheet of standard widgets, made from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_SHEET = """
QWidget {{ color: {ink}; }}
QMainWindow, QDialog, QStackedWidget {{ background: {paper}; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{
    background: {sheet}; border: 1px solid {line}; border-radius: {r6}px;
    padding: {p5}px {p10}px; selection-background-color: {accent}; selection-color: {on_accent};
    placeholder-text-color: {ink2};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
    border: 3px solid {accent}; padding: {p3}px {p8}px;
}}
QLineEdit[quiet="true"], QPlainTextEdit[quiet="true"] {{
    background: transparent; border: 1px solid transparent;
}}
QLineEdit[quiet="true"]:hover, QPlainTextEdit[quiet="true"]:hover {{ border: 1px solid {rule}; }}
QLineEdit[quiet="true"]:focus, QPlainTextEdit[quiet="true"]:focus {{
    background: {sheet}; border: 3px solid {accent};
}}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"],
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus,
QLineEdit[wrong="true"]:hover, QPlainTextEdit[wrong="true"]:hover {{
    border: 3px solid {note}; padding: {p3}px {p8}px;
}}
QPushButton {{
    background: {sheet}; border: 1px solid {line}; border-radius: {r6}px; padding: {p6}px {p16}px;
    outline: none;
}}
QPushButton:focus {{ border: 3px solid {accent}; padding: {p4}px {p14}px; }}
QPushButton[main="true"] {{
    background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: 600;
}}
QPushButton[main="true"]:focus {{ border: 3px solid {ink}; }}
QPushButton:disabled {{ color: {ink2}; border-color: {rule}; }}
QListView, QTreeView, QTableView {{
    background: {paper}; border: none; outline: none;
    selection-background-color: {accent_tint}; selection-color: {ink};
}}
QListView[boxed="true"] {{ background: {sheet}; border: 1px solid {line}; border-radius: {r6}px; }}
QListView[boxed="true"]::item {{ padding: {p6}px {p10}px; }}
QListView[boxed="true"]::item:selected {{ background: {accent_tint}; color: {ink}; }}
QMenu {{ background: {sheet}; border: 1px solid {line}; padding: {p6}px 0; }}
QMenu::item {{ padding: {p6}px {p24}px; }}
QMenu::item:selected {{ background: {accent_tint}; color: {ink}; }}
QMenu::item:disabled {{ color: {line}; }}
QMenu::separator {{ height: 1px; background: {rule}; margin: {p6}px 0; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {p10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {p10}px; margin: 0; }}
QScrollBar::handle {{ background: {step_off}; border-radius: {r3}px; min-height: {p32}px;
    min-width: {p32}px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; width: 0; height: 0;
}}
QProgressBar {{
    background: {sheet}; border: 1px solid {line}; border-radius: {r6}px; height: {p10}px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: {r5}px; }}
QToolTip {{ background: {sheet}; color: {ink}; border: 1px solid {line}; }}
"""

_LENGTHS = (3, 4, 5, 6, 8, 10, 14, 16, 24, 32)


def sheet(theme: Theme) -> str:
    """Style sheet for a window of this theme."""
    roles = ("ink", "ink2", "paper", "sheet", "line", "rule", "accent", "accent_tint")
    values: dict[str, object] = {
        role: theme.colour(role).name() for role in (*roles, "note", "on_accent", "step_off")
    }
    values |= {f"p{n}": theme.px(n) for n in _LENGTHS}
    values |= {f"r{n}": theme.px(n) for n in _LENGTHS}
    return _SHEET.format(**values)
