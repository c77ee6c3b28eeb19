-- When a business' gateway was last heard of, without reading its deliveries.
CREATE INDEX webhook_inbox_source ON webhook_inbox (tenant_id, installation, received_at);
