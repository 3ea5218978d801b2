using ArenaWeb.Access;
using ArenaWeb.Live;

namespace ArenaWeb.Boards;

/// <summary>Wires the public boards and the start page.</summary>
internal static class BoardsSetup
{
    public static IServiceCollection AddBoards(this IServiceCollection services) =>
        services.AddSingleton<BoardRenderer>().AddSingleton<PublicBoards>();

    public static WebApplication MapBoards(this WebApplication app)
    {
        var boards = app.Services.GetRequiredService<PublicBoards>();
        app.Services.GetRequiredService<PeopleChanges>().Changed += boards.PeopleChanged;
        app.Services.GetRequiredService<LiveFeed>().Happened += boards.Hear;
        app.MapGet("/bang/{code}/rows", BoardRowsEndpoint.AnswerAsync).AllowAnonymous();
        return app;
    }
}
