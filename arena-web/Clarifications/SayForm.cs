using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ArenaWeb.Clarifications;

/// <summary>What the jury is about to say, as it is typed.</summary>
internal sealed class SayForm
{
    /// <summary>Of a problem; empty: it is about none.</summary>
    public string? Label { get; set; }

    public string? Text { get; set; }

    public Audience Audience { get; set; } = Audience.One;

    /// <summary>The question as all may read it.</summary>
    public string? Shown { get; set; }

    /// <summary>A moment; empty: now.</summary>
    public string? From { get; set; }

    /// <summary>A canned answer that is to be put into the text.</summary>
    public string? Canned { get; set; }

    /// <summary>Number of what counted when the form was opened.</summary>
    public long Seen { get; set; }

    /// <summary>Marks the form, so that sending it twice says it once.</summary>
    public Guid Key { get; set; } = Guid.NewGuid();

    /// <summary>Null: the moment cannot be read, which the model's state tells.</summary>
    public Wording? Read(ModelStateDictionary state, Phrases words)
    {
        if (string.IsNullOrWhiteSpace(From))
        {
            return new(Text, Audience, Shown);
        }
        var typed = TypedMoment.Read(From);
        if (typed.Moment is { } moment)
        {
            return new(Text, Audience, Shown, moment);
        }
        state.AddModelError($"Say.{nameof(From)}", words[$"moment.flaw.{typed.Flaw}", words["talk.from"], typed.Date]);
        return null;
    }
}
