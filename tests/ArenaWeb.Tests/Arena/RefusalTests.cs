using ArenaWeb.Arena;
using ArenaWeb.Tests.Judgements;
using ArenaWeb.Words;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Arena;

public sealed class RefusalTests
{
    [Fact]
    public void Every_refusal_has_its_sentences_in_every_language()
    {
        var lexicon = new Lexicon();
        var reasons = Enum.GetValues<SubmitResult>()
            .Except([SubmitResult.None, SubmitResult.Accepted, SubmitResult.AlreadyAccepted])
            .Select(result => Refusal.Of(result, ShownResultTests.At(1).Contest).Reason)
            .Concat([Refusal.Of(new Said("handin.noFile")).Reason, Refusal.OfLanguage([]).Reason]);
        var files = Enum.GetValues<SubmitResult>()
            .Except([SubmitResult.None, SubmitResult.Accepted, SubmitResult.AlreadyAccepted])
            .Select(result => Refusal.Of(result, ShownResultTests.At(1).Contest).OfFiles().Reason);
        Assert.All(
            reasons.Concat(files),
            reason =>
                Assert.All(
                    SiteLanguage.All,
                    language =>
                    {
                        Assert.NotEmpty(lexicon[language][$"arena.refused.{reason}.title"]);
                        Assert.NotEmpty(lexicon[language][$"arena.refused.{reason}.text"]);
                    }
                )
        );
    }

    [Fact]
    public void Every_verdict_and_every_fault_has_a_hint()
    {
        var lexicon = new Lexicon();
        var keys = Enum.GetValues<Verdict>()
            .Except([Verdict.None])
            .Select(verdict => $"arena.hint.{verdict.Code()}")
            .Concat(
                Enum.GetValues<CompileFault>().Except([CompileFault.None, CompileFault.Errors]).Select(fault => $"arena.fault.{fault}")
            );
        Assert.All(keys, key => Assert.NotEmpty(lexicon[SiteLanguage.Vietnamese][key]));
    }

    [Fact]
    public void What_was_taken_is_no_refusal() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Refusal.Of(SubmitResult.Accepted, ShownResultTests.At(1).Contest));
}
