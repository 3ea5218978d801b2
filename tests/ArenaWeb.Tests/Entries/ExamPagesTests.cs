using System.Globalization;
using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using Judge.Contests;

namespace ArenaWeb.Tests.Entries;

/// <summary>Numbers, rooms, seats and cards over HTTP, as organiser, invigilator and school see them.</summary>
public sealed class ExamPagesTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organiser_sets_terms_and_gives_numbers_to_what_was_approved()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var organiser = await arena.StaffAsync();
        var path = $"{world.OrganiserPath}/ghi-danh";
        var terms = new Dictionary<string, string>
        {
            ["Form.Closes"] = "08/03/2026 16:00",
            ["Form.LeastMembers"] = "1",
            ["Form.MostMembers"] = "6",
        };
        Assert.Contains("mỗi đội từ 1 đến 5 em", (await PostAsync(organiser, path, "Terms", terms)).Text);
        terms["Form.MostMembers"] = "3";
        Assert.Equal(path, (await PostAsync(organiser, path, "Terms", terms)).Location);
        Assert.Equal(3, (await arena.Get<EntryTermsStore>().FindAsync(world.Contest.Id, Ct))!.MostMembers);
        await world.SeatAsync();
        Assert.Contains("Không còn đội, thí sinh nào chờ cấp số", (await organiser.GetAsync(path)).Text);
        Assert.Contains("A004", (await organiser.GetAsync(world.Path)).Text);
    }

    [Fact]
    public async Task Rooms_and_shifts_are_planned_and_a_seat_is_changed_by_hand()
    {
        var world = await EntryWorld.MakeAsync(arena);
        await world.SeatAsync();
        var organiser = await arena.StaffAsync();
        var path = $"{world.OrganiserPath}/phong-thi";
        var rooms = new Dictionary<string, string> { ["Form.Rooms[0].Name"] = "Phòng máy", ["Form.Rooms[0].Capacity"] = "0" };
        Assert.Contains("từ 1 đến 500", (await PostAsync(organiser, path, "Rooms", rooms)).Text);
        rooms["Form.Rooms[0].Capacity"] = "5";
        Assert.Equal(path, (await PostAsync(organiser, path, "Rooms", rooms)).Location);
        Assert.Contains("4 em chưa có chỗ", (await organiser.GetAsync(path)).Text);
        await PostAsync(organiser, path, "Plan", new() { ["anew"] = "false" });
        var exam = (await arena.Get<ExamDesk>().FindAsync(world.Contest.Id, Ct))!;
        Assert.Empty(exam.Unseated);
        var move = new Dictionary<string, string>
        {
            ["sbd"] = "a001",
            ["shift"] = $"{exam.Shifts[0].Id}",
            ["room"] = $"{exam.Rooms[0].Id}",
            ["seat"] = "5",
        };
        await PostAsync(organiser, path, "Move", move);
        exam = (await arena.Get<ExamDesk>().FindAsync(world.Contest.Id, Ct))!;
        Assert.Contains(exam.Sheet(exam.Shifts[0].Id, exam.Rooms[0].Id), line => (line.Number, line.Person.Sbd) == (5, "A001"));
    }

    [Fact]
    public async Task Each_pupil_has_the_time_of_the_own_shift_and_shifts_are_equally_long()
    {
        var world = await EntryWorld.MakeAsync(arena);
        await world.SeatAsync();
        var organiser = await arena.StaffAsync();
        var path = $"{world.OrganiserPath}/phong-thi";
        var shifts = new Dictionary<string, string>
        {
            ["Form.Shifts[0].Name"] = "Ca 1",
            ["Form.Shifts[0].Start"] = "08/03/2027 08:00",
            ["Form.Shifts[0].Minutes"] = "60",
            ["Form.Shifts[1].Name"] = "Ca 2",
            ["Form.Shifts[1].Start"] = "08/03/2027 09:15",
            ["Form.Shifts[1].Minutes"] = "90",
        };
        Assert.Contains("phải dài bằng nhau", (await PostAsync(organiser, path, "Shifts", shifts)).Text);
        shifts["Form.Shifts[1].Minutes"] = "60";
        Assert.Equal(path, (await PostAsync(organiser, path, "Shifts", shifts)).Location);
        await PostAsync(organiser, path, "Plan", new() { ["anew"] = "true" });
        var exam = (await arena.Get<ExamDesk>().FindAsync(world.Contest.Id, Ct))!;
        var begun = await arena.Get<IContestActs>().BegunAsync(world.Contest.Id, Ct);
        Assert.Equal(4, begun.Count);
        Assert.All(exam.People.Values, person => Assert.Equal(exam.ShiftOf(person)!.Start, begun[person.Entrant]));
        Assert.Equal(
            (exam.Shifts[0].Start, exam.Shifts[1].End, TimeSpan.FromHours(1)),
            (exam.Contest.Start, exam.Contest.End, exam.Contest.Duration)
        );
    }

    [Fact]
    public async Task Whoever_gets_a_number_has_the_consents_of_the_schools_list()
    {
        var world = await EntryWorld.MakeAsync(arena);
        var consents = arena.Get<Consents>();
        await SayAsync(true, world.Pupils[0].Id, world.Pupils[1].Id);
        await world.SeatAsync();
        Assert.Equal(2, await NamedAsync());
        await SayAsync(false, world.Pupils[1].Id);
        Assert.Equal(1, await NamedAsync());

        async Task<int> NamedAsync() => (await arena.Get<People>().ListAsync(world.Contest.Id, Ct)).Count(person => person.Publish);
        Task SayAsync(bool given, params long[] pupils) =>
            consents.RecordAsync(
                pupils,
                new(ConsentKind.Publish, [ConsentGiver.Representative, ConsentGiver.Child], given, ConsentWay.Paper, "", "lan"),
                Ct
            );
    }

    [Fact]
    public async Task An_invigilator_gives_new_PINs_in_the_own_room_and_it_is_written_down()
    {
        var world = await EntryWorld.MakeAsync(arena);
        await world.SeatAsync();
        var exam = (await arena.Get<ExamDesk>().FindAsync(world.Contest.Id, Ct))!;
        var invigilator = await arena.StaffAsync(new Scope(world.Contest.Id, null, "Phòng 1"), StaffRole.Invigilator);
        Assert.Contains("Phòng 1", (await invigilator.GetAsync("/ghi-danh")).Text);
        var (own, other) = (RoomPath(world, exam.Rooms[0].Id), RoomPath(world, exam.Rooms[1].Id));
        var (here, there) = (exam.Sheet(exam.Shifts[0].Id, exam.Rooms[0].Id), exam.Sheet(exam.Shifts[0].Id, exam.Rooms[1].Id));
        var page = await invigilator.GetAsync(own);
        Assert.All(here, line => Assert.Contains(line.Person.Sbd, page.Text));
        Assert.All(there, line => Assert.DoesNotContain(line.Person.Sbd, page.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await invigilator.GetAsync(other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PinAsync(there[0].Person)).Status);
        var card = await PinAsync(here[0].Person);
        var pin = card.Document.QuerySelectorAll(".sign-in-card dd").Last().TextContent;
        await arena.SignInAsync(world.Contest, new(here[0].Person.Entrant, here[0].Person.Sbd, "", "", "", pin));
        var audit = await arena.Get<Audit>().LatestAsync(0, 50, Ct);
        Assert.Contains(audit, entry => entry.Act == "pupil.pin" && entry.Detail == $"{here[0].Person.Sbd}, Phòng 1");
        Assert.DoesNotContain(pin, audit.Select(entry => entry.Detail));

        Task<Answer> PinAsync(Person person) =>
            PostAsync(invigilator, own, "Pin", new() { ["entrant"] = person.Entrant.Value.ToString(CultureInfo.InvariantCulture) });
    }

    [Fact]
    public async Task Cards_hold_a_PIN_only_while_they_are_issued_and_the_code_holds_none()
    {
        var world = await EntryWorld.MakeAsync(arena);
        await world.SeatAsync();
        var contact = await world.StaffAsync(StaffRole.Coordinator);
        var all = $"/the-du-thi/{world.Contest.Id.Value}";
        var own = $"{all}?truong={world.School.Value}";
        Assert.Equal(HttpStatusCode.NotFound, (await contact.GetAsync(all)).Status);
        var before = await contact.GetAsync(own);
        Assert.Equal(4, before.Document.QuerySelectorAll(".sign-in-card .card-qr svg").Length);
        Assert.Contains("Phòng 1 · chỗ 1", before.Text);
        var issued = await contact.SendAsync($"{own}&handler=Issue", Browser.HiddenFields(before), []);
        var pins = issued
            .Document.QuerySelectorAll(".sign-in-card")
            .Select(card => card.QuerySelectorAll("dd").Last().TextContent)
            .ToList();
        Assert.Equal(4, pins.Count(pin => pin.Length == 6 && pin.All(char.IsAsciiDigit)));
        var again = await contact.GetAsync(own);
        Assert.All(pins, pin => Assert.DoesNotContain(pin, again.Text));
        Assert.Equal(Codes(before), Codes(issued));

        static IEnumerable<string> Codes(Answer page) => page.Document.QuerySelectorAll(".card-qr").Select(code => code.InnerHtml);
    }

    [Fact]
    public async Task The_door_takes_contest_and_number_from_the_code_of_a_card()
    {
        var page = await arena.Browser().GetAsync("/dang-nhap?ma=TIN-7&sbd=A012");
        Assert.Equal(
            ["TIN-7", "A012", ""],
            new[] { "Code", "Sbd", "Pin" }.Select(name => page.Document.QuerySelector($"input[name={name}]")!.GetAttribute("value"))
        );
    }

    private static string RoomPath(EntryWorld world, long room) => $"/phong-thi/{world.Contest.Id.Value}/{room}";

    private static async Task<Answer> PostAsync(Browser browser, string path, string handler, Dictionary<string, string> fields)
    {
        var page = await browser.GetAsync(path);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!;
        return await browser.SendAsync(
            $"{path}?handler={handler}",
            new() { [token.GetAttribute("name")!] = token.GetAttribute("value")! },
            fields
        );
    }
}
