using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Judge.Messages;

namespace Judge.Storage;

/// <summary>
/// An open connection whose commands all end with one token. So whoever writes SQL need not hand the token on to each command, and cannot
/// forget it. The token ends a command and not the reading of its rows, which goes on to the next command. Disposing this leaves the
/// connection behind it open. Whatever is stored passes here: text that a database does not take is made such that it does.
/// </summary>
internal sealed class CancellableConnection(DbConnection inner, CancellationToken ct) : DbConnection
{
    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Open() => inner.Open();

    public override void Close() => inner.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new CancellableCommand(inner.CreateCommand(), ct);

    /// <summary>A token of a command's own goes before that of the connection.</summary>
    private sealed class CancellableCommand(DbCommand inner, CancellationToken ct) : DbCommand
    {
        [AllowNull]
        public override string CommandText
        {
            get => inner.CommandText;
            set => inner.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => inner.CommandTimeout;
            set => inner.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => inner.CommandType;
            set => inner.CommandType = value;
        }

        public override bool DesignTimeVisible
        {
            get => inner.DesignTimeVisible;
            set => inner.DesignTimeVisible = value;
        }

        public override UpdateRowSource UpdatedRowSource
        {
            get => inner.UpdatedRowSource;
            set => inner.UpdatedRowSource = value;
        }

        protected override DbConnection? DbConnection
        {
            get => inner.Connection;
            set => inner.Connection = value;
        }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => inner.Transaction;
            set => inner.Transaction = value;
        }

        public override void Cancel() => inner.Cancel();

        public override void Prepare() => inner.Prepare();

        public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

        public override object? ExecuteScalar() => Ready().ExecuteScalar();

        public override Task<int> ExecuteNonQueryAsync(CancellationToken own) => Ready().ExecuteNonQueryAsync(Token(own));

        public override Task<object?> ExecuteScalarAsync(CancellationToken own) => Ready().ExecuteScalarAsync(Token(own));

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

        protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken own) =>
            Ready().ExecuteReaderAsync(behavior, Token(own));

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private DbCommand Ready()
        {
            foreach (DbParameter parameter in inner.Parameters)
            {
                if (parameter.Value is string text && PlainText.Storable(text) is var storable && !ReferenceEquals(storable, text))
                {
                    parameter.Value = storable;
                }
            }

            return inner;
        }

        private CancellationToken Token(CancellationToken own) => own.CanBeCanceled ? own : ct;
    }
}
