"""What staff tells in confidence, and what the friend needs to know. The two never meet in a row."""

from notes.models.confidence import Addressee, Confidence, ConfidenceBody, DataKey, coordinators_of, openings_of
from notes.models.guidance import Acknowledgement, Guidance, Origin, acknowledge, guidance_i_prompted

__all__ = [
    "Acknowledgement",
    "Addressee",
    "Confidence",
    "ConfidenceBody",
    "DataKey",
    "Guidance",
    "Origin",
    "acknowledge",
    "coordinators_of",
    "guidance_i_prompted",
    "openings_of",
]
