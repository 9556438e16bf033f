"""What a book is called on the screen and in the files for translators: `guides/<id>`, `pages/<id>`, `categories`."""

from stepsheet.model.book import Book, FileBook
from stepsheet.model.content import Bundle
from stepsheet.model.page import PageBook


def of(book: Book) -> str:
    """The path of a book below the content folder, without endings."""
    match book:
        case Bundle():
            return f"guides/{book.id}"
        case PageBook():
            return f"pages/{book.id}"
        case FileBook():
            return book.name
    return book.place.source.path.stem
