using ArenaWeb.Words;

namespace ArenaWeb.Privacy.Rules;

/// <summary>What somebody asks for about the data of a pupil.</summary>
internal enum RequestKind
{
    None,
    Access,
    Correction,
    Withdrawal,
    Deletion,
}

/// <summary>Terms of requests, of Nghị định 356/2025/NĐ-CP as far as it names them; a lawyer has still to confirm them.</summary>
internal static class RequestTerms
{
    public const int WorkingDaysToAnswer = 2;

    /// <summary>Days to carry out a withdrawal, and by our own choice anything else.</summary>
    public const int DaysToDo = 15;

    /// <summary>Days that one extension may add, with a reason.</summary>
    public const int MostExtraDays = 15;
}

/// <summary>How far a request is.</summary>
/// <param name="ExtraDays">Of the one extension; 0: there was none.</param>
/// <param name="AnsweredAt">Null: nobody has answered.</param>
/// <param name="DoneAt">Null: it is not carried out.</param>
internal sealed record RequestProgress(DateTimeOffset ReceivedAt, int ExtraDays, DateTimeOffset? AnsweredAt, DateTimeOffset? DoneAt);

/// <summary>When a request must be answered and carried out. Pure. Each term ends with its last day in Vietnam.</summary>
internal sealed record RequestClock(DateOnly AnswerBy, DateOnly DoneBy)
{
    public static RequestClock Of(RequestProgress request, WorkingDays days)
    {
        var received = Day(request.ReceivedAt);
        return new(days.After(received, RequestTerms.WorkingDaysToAnswer), received.AddDays(RequestTerms.DaysToDo + request.ExtraDays));
    }

    /// <summary>The day that the next step has to be done by; null: all is done.</summary>
    public DateOnly? Next(RequestProgress request) =>
        request.DoneAt is not null ? null
        : request.AnsweredAt is null ? AnswerBy
        : DoneBy;

    /// <summary>Days that are left: working days for the answer, all days after it; negative: so late; null: all is done.</summary>
    public int? Left(RequestProgress request, DateTimeOffset now, WorkingDays days)
    {
        var today = Day(now);
        return Next(request) is not { } due ? null
            : request.AnsweredAt is not null ? due.DayNumber - today.DayNumber
            : due < today ? -Math.Max(1, days.Between(due, today))
            : days.Between(today, due);
    }

    public bool IsLate(RequestProgress request, DateTimeOffset now) => Next(request) < Day(now);

    public static DateOnly Day(DateTimeOffset moment) => VietnamTime.DayOf(moment);
}
