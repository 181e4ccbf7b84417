"""Dashboard: pages, JSON API and feeds in the browser, served beside the service. `begin` starts them."""

from monitor.dashboard.serving import begin

__all__ = ["begin"]
