"""What of a record may be published, and whether that accuses anybody more than the whole does."""

from accords.compare.publishing.hindrances import Hindrance, NotPublishableError
from accords.compare.publishing.public import public_record

__all__ = ["Hindrance", "NotPublishableError", "public_record"]
