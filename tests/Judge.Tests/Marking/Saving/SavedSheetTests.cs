using FsCheck;
using FsCheck.Fluent;
using Judge.Marking.Saving;

namespace Judge.Tests.Marking.Saving;

public sealed class SavedSheetTests
{
    private static readonly string[] Fields = ["mark.design", "mark.use", "comment.design"];

    private enum Fate
    {
        Heard,
        RequestLost,
        AnswerLost,
    }

    /// <summary>Two tabs and a device that is long without network type, send, load again and choose, and requests come twice.</summary>
    [Fact]
    public void Whatever_the_order_nothing_typed_is_lost_and_nobody_overwrites_what_they_have_not_seen() =>
        Prop.ForAll(
                Steps().ToArbitrary(),
                steps =>
                {
                    var play = new Play();
                    foreach (var (act, device, field, value) in steps)
                    {
                        play.Do(act, device, Fields[field], $"{value}");
                    }

                    play.Finish();
                    return play.IsKept();
                }
            )
            .Holds(400);

    [Fact]
    public void An_edit_that_comes_again_is_answered_as_before_and_changes_nothing()
    {
        var first = Edit(1, "8", null);
        var (sheet, answer) = new SavedSheet().After(first);
        sheet = sheet.After(Edit(2, "9", first.Id)).Sheet;
        var (again, same) = sheet.After(first);
        Assert.Equal((sheet, answer), (again, same));
        Assert.Equal(("9", 2), (again.Fields["mark"].Value, again.Fields["mark"].Version));
    }

    [Fact]
    public void A_conflict_is_one_fields_alone_and_shows_both_values()
    {
        var sheet = new SavedSheet().After(Edit(1, "8", null)).Sheet;
        var (after, answers) = sheet.AfterAll([
            Edit(2, "7", null) with
            {
                Device = "phone",
            },
            Edit(3, "good", null) with
            {
                Field = "comment",
            },
        ]);
        Assert.Equal([EditResult.Conflict, EditResult.Stored], answers.Select(answer => answer.Result));
        Assert.Equal(("8", "tab"), (answers[0].Field!.Value, answers[0].Field!.Device));
        Assert.Equal(("8", "good"), (after.Fields["mark"].Value, after.Fields["comment"].Value));
    }

    [Fact]
    public void What_was_typed_on_top_of_a_refused_edit_is_refused_as_well()
    {
        var sheet = new SavedSheet().AfterAll([Edit(1, "8", null), Edit(2, "9", Id(1))]).Sheet;
        var (after, answers) = sheet.AfterAll([Edit(3, "5", Id(1)), Edit(4, "6", Id(3))]);
        Assert.All(answers, answer => Assert.Equal(EditResult.Conflict, answer.Result));
        Assert.Equal("9", after.Fields["mark"].Value);
    }

    [Fact]
    public void Two_who_write_the_same_do_not_meet()
    {
        var (sheet, answers) = new SavedSheet().AfterAll([Edit(1, "8", null), Edit(2, "8", null)]);
        Assert.All(answers, answer => Assert.Equal(EditResult.Stored, answer.Result));
        Assert.Equal((1, Id(1)), (sheet.Fields["mark"].Version, answers[1].Field!.Edit));
    }

    [Fact]
    public void A_wrong_clock_decides_nothing()
    {
        var sheet = new SavedSheet().After(Edit(1, "8", null) with { At = DateTimeOffset.UnixEpoch.AddDays(400_000) }).Sheet;
        Assert.Equal("9", sheet.After(Edit(2, "9", Id(1)) with { At = DateTimeOffset.UnixEpoch }).Sheet.Fields["mark"].Value);
    }

    [Fact]
    public void What_comes_after_locking_is_kept_as_evidence_and_never_counts()
    {
        var sheet = new SavedSheet().After(Edit(1, "8", null)).Sheet with { IsOpen = false };
        var late = Edit(2, "10", Id(1));
        var (after, answer) = sheet.After(late);
        Assert.Equal((EditResult.Closed, "8"), (answer.Result, after.Fields["mark"].Value));
        Assert.Equal([late], after.Late);
        Assert.Equal([late], after.After(late).Sheet.Late);
        Assert.Equal(EditResult.Stored, after.After(Edit(1, "8", null)).Answer.Result);
    }

    [Fact]
    public void A_hand_in_is_refused_with_the_fields_that_the_juror_has_not_seen()
    {
        var sheet = new SavedSheet().AfterAll([Edit(1, "8", null), Edit(2, "x", null) with { Field = "comment" }]).Sheet;
        Assert.Equal(["comment", "mark"], sheet.Unseen(new Dictionary<string, Guid>()));
        Assert.Equal(["mark"], sheet.Unseen(new Dictionary<string, Guid> { ["comment"] = Id(2), ["mark"] = Id(9) }));
        Assert.Empty(sheet.Unseen(new Dictionary<string, Guid> { ["comment"] = Id(2), ["mark"] = Id(1) }));
        Assert.Equal(["other"], new SavedSheet().Unseen(new Dictionary<string, Guid> { ["other"] = Id(1) }));
    }

    private static Gen<(int Act, int Device, int Field, int Value)[]> Steps() =>
        from steps in Gen.Choose(0, 10 * 3 * 3 * 5 - 1).ListOf()
        select steps.Select(step => (step % 10, step / 10 % 3, step / 30 % 3, step / 90)).ToArray();

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static SheetEdit Edit(int id, string value, Guid? over) => new(Id(id), "mark", value, over, "tab", DateTimeOffset.UnixEpoch);

    private sealed class Play
    {
        private readonly List<SheetEdit> _typed = [];
        private readonly List<SheetEdit> _sent = [];
        private readonly HashSet<Guid> _settled = [];
        private readonly WritingDevice[] _devices;
        private SavedSheet _sheet = new();
        private bool _isRight = true;
        private int _drawn;

        public Play() => _devices = [.. new[] { "tab", "other tab", "phone" }.Select(name => new WritingDevice(name, () => Id(++_drawn)))];

        /// <summary>The phone, device 2, hears nothing until the end.</summary>
        public void Do(int act, int device, string field, string value)
        {
            var own = _devices[device];
            switch (act)
            {
                case < 4:
                    Typed(own.Type(field, value));
                    break;
                case < 8:
                    Send(own, device == 2 ? Fate.RequestLost : (Fate)(act % 3));
                    break;
                case 8 when _sent.Count > 0:
                    Receive(_sent[_drawn % _sent.Count]);
                    break;
                case 9 when own.Conflicts.ContainsKey(field):
                    Typed(own.Choose(field, mine: value is "0" or "1"));
                    break;
                case 9 when own.Outbox.Count == 0:
                    own.Load(_sheet);
                    break;
            }
        }

        /// <summary>The network is back, and everybody chooses.</summary>
        public void Finish()
        {
            for (var round = 0; round < 50 && _devices.Any(own => own.Outbox.Count + own.Conflicts.Count > 0); round++)
            {
                foreach (var own in _devices)
                {
                    while (own.Outbox.Count > 0)
                    {
                        Send(own, Fate.Heard);
                    }

                    own.Conflicts.Keys.ToList().ForEach(field => Typed(own.Choose(field, mine: round % 2 == 0)));
                }
            }
        }

        /// <summary>Each edit was stored or shown beside what stood against it, and no outbox holds anything.</summary>
        public bool IsKept() => _isRight && _devices.All(own => own.Outbox.Count == 0) && _typed.All(edit => _settled.Contains(edit.Id));

        private void Typed(SheetEdit? edit)
        {
            if (edit is not null)
            {
                _typed.Add(edit);
            }
        }

        private void Send(WritingDevice own, Fate fate)
        {
            if (own.Outbox is not [var edit, ..] || fate == Fate.RequestLost)
            {
                return;
            }

            _sent.Add(edit);
            var answer = Receive(edit);
            if (fate == Fate.Heard)
            {
                var waiting = own.Outbox.Where(one => one.Field == edit.Field).Select(one => one.Id).ToList();
                own.Hear(edit, answer);
                // With a conflict all that was typed on top is in the value that is shown.
                _settled.UnionWith(answer.Result == EditResult.Conflict ? waiting : [edit.Id]);
            }
        }

        private EditAnswer Receive(SheetEdit edit)
        {
            var (before, known) = (_sheet.Fields.GetValueOrDefault(edit.Field), _sheet.Answers.GetValueOrDefault(edit.Id));
            (_sheet, var answer) = _sheet.After(edit);
            var after = _sheet.Fields.GetValueOrDefault(edit.Field);
            _isRight &= known is null || known == answer && after == before;
            _isRight &=
                after == before || edit.Base == before?.Edit && after!.Value == edit.Value && after.Version == (before?.Version ?? 0) + 1;
            _isRight &= answer.Result != EditResult.Stored || known is not null || after!.Value == edit.Value;
            _isRight &= answer.Result != EditResult.Conflict || known is not null || after == before && before!.Value != edit.Value;
            return answer;
        }
    }
}
