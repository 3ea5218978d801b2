-- Which arenas are alive. Orleans reads its statements from this table by name, with fixed parameters and column names; they are ours.
-- A change of the members moves the version and the row in one statement: both or neither.
CREATE TABLE orleansquery (querykey text PRIMARY KEY, querytext text NOT NULL);

CREATE TABLE membership_version (deployment text PRIMARY KEY, version integer NOT NULL);

-- Columns bear the names that Orleans reads, in lower case.
CREATE TABLE membership (
    deployment text NOT NULL,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    siloname text NOT NULL,
    hostname text NOT NULL,
    status integer NOT NULL, -- 3: active, 6: dead
    proxyport integer NOT NULL, -- of the gateway; 0: none
    suspecttimes text,
    starttime timestamptz NOT NULL,
    iamalivetime timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation)
);

-- Which data folder the arenas share: one row.
CREATE TABLE data_folder (id integer PRIMARY KEY CHECK (id = 1), mark text NOT NULL);

INSERT INTO orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', '
    WITH made AS (
        INSERT INTO membership_version (deployment, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1
    ) SELECT count(*) FROM made'),
('InsertMembershipKey', '
    WITH moved AS (
        UPDATE membership_version SET version = version + 1
        WHERE deployment = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT FROM membership
            WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        ) RETURNING deployment
    ), made AS (
        INSERT INTO membership (
            deployment, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime
        ) SELECT deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM moved RETURNING 1
    ) SELECT count(*) FROM made'),
('UpdateMembershipKey', '
    WITH moved AS (
        UPDATE membership_version SET version = version + 1
        WHERE deployment = @DeploymentId AND version = @Version AND EXISTS (
            SELECT FROM membership
            WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        ) RETURNING deployment
    ), changed AS (
        UPDATE membership SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime
        FROM moved
        WHERE membership.deployment = moved.deployment AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING 1
    ) SELECT count(*) FROM changed'),
('UpdateIAmAlivetimeKey', '
    UPDATE membership SET iamalivetime = @IAmAliveTime
    WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),
('MembershipReadRowKey', '
    SELECT version, address, port, generation, siloname, hostname, status, proxyport, suspecttimes, starttime, iamalivetime
    FROM membership_version v LEFT JOIN membership m
    ON m.deployment = v.deployment AND address = @Address AND port = @Port AND generation = @Generation
    WHERE v.deployment = @DeploymentId'),
('MembershipReadAllKey', '
    SELECT version, address, port, generation, siloname, hostname, status, proxyport, suspecttimes, starttime, iamalivetime
    FROM membership_version v LEFT JOIN membership m ON m.deployment = v.deployment
    WHERE v.deployment = @DeploymentId'),
('GatewaysQueryKey', '
    SELECT address, proxyport, generation FROM membership WHERE deployment = @DeploymentId AND status = @Status AND proxyport > 0'),
('DeleteMembershipTableEntriesKey', '
    WITH gone AS (DELETE FROM membership WHERE deployment = @DeploymentId)
    DELETE FROM membership_version WHERE deployment = @DeploymentId'),
('CleanupDefunctSiloEntriesKey', '
    DELETE FROM membership WHERE deployment = @DeploymentId AND status = 6 AND iamalivetime < @IAmAliveTime');
