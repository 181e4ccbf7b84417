"""Slack's own words for what went wrong, sorted by whether a later try can help. From Slack's published lists of errors."""

from __future__ import annotations

WEBHOOK_REFUSALS = frozenset(
    {
        "action_prohibited",
        "channel_is_archived",
        "channel_not_found",
        "invalid_payload",
        "no_active_hooks",
        "no_service",
        "no_service_id",
        "no_team",
        "no_text",
        "posting_to_general_channel_denied",
        "team_disabled",
        "too_many_attachments",
        "user_not_found",
    }
)
"""What an incoming webhook answers, as plain text, when it will never take this post."""

BOT_REFUSALS = frozenset(
    {
        "cannot_reply_to_message",
        "channel_not_found",
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "is_archived",
        "msg_too_long",
        "no_text",
        "not_in_channel",
        "restricted_action",
        "team_access_not_granted",
    }
)
"""What chat.postMessage answers as "error" when it will never take this post."""

BOT_PASSING = frozenset(
    {
        "fatal_error",
        "internal_error",
        "rate_limited",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
    }
)
"""What passes by itself. Any other error (a revoked token, a missing scope) waits for a person."""
