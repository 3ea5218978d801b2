using System.Globalization;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Arena;
using ArenaWeb.Boards;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Contests;
using ArenaWeb.Entries;
using ArenaWeb.Hosting;
using ArenaWeb.Layout;
using ArenaWeb.Library;
using ArenaWeb.Monitoring;
using ArenaWeb.Privacy;
using ArenaWeb.Puzzles;
using ArenaWeb.Puzzles.Jury;
using ArenaWeb.Puzzles.Practice;
using ArenaWeb.Puzzles.Wall;
using ArenaWeb.Registration;
using ArenaWeb.Rosters;
using ArenaWeb.Schools;
using ArenaWeb.Workshop;
using Judge;

// Machine formats are invariant; what people read is formatted by Phrases.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var options = builder.AddHosting();
    builder.AddLayout(options.SiteName);
    builder
        .Services.AddJudge(options.Judge)
        .AddAccounts(options.DataFolder, options.SecondFactor)
        .AddAccess()
        .AddClasses()
        .AddClarifications()
        .AddSchools()
        .AddEntries()
        .AddArena()
        .AddBoards()
        .AddRosters()
        .AddPrivacy(options.Privacy)
        .AddRegistration()
        .AddLibrary()
        .AddContestPages()
        .AddPuzzles()
        .AddWorkshop()
        .AddPractice()
        .AddWalls()
        .AddPuzzleJury()
        .AddMonitoring(options)
        .AddFirstPeople(options);
    if (options.EmbeddedJudge)
    {
        builder.Services.AddJudgeNode();
    }

    var app = builder.Build();
    app.UseHosting();
    app.UseLayout();
    app.UseRouting();
    app.UseRequestLog(MonitoringSetup.Probes);
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAccess();
    app.MapLayout();
    app.MapArena();
    app.MapBoards();
    app.MapPuzzles();
    app.MapWorkshop();
    app.MapPractice();
    app.MapWalls();
    app.MapMonitoring();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Sentence(e) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
