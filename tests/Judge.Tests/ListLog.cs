using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Judge.Tests;

/// <summary>Remembers what was logged.</summary>
internal sealed class ListLog<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue(formatter(state, exception));

    /// <summary>Lines with a text in them.</summary>
    public int Count(string text) => _lines.Count(line => line.Contains(text, StringComparison.Ordinal));
}
