using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Queue;

public sealed class QueueOnSqliteTests() : JudgeQueueContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class QueueOnPostgresTests(PostgresFixture server) : JudgeQueueContract(new OnPostgres(server));
