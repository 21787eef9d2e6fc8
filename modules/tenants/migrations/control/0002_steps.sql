-- A provisioning that failed stands at the step that stopped it; those that failed before this was kept are not known any better.
update tenant set provisioning = provisioning || '{"step": "schema"}'
where provisioning->>'step' not in ('waiting', 'schema', 'tables', 'fields', 'admin', 'opening', 'copying', 'ready');
