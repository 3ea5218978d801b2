using System.Globalization;
using ArenaWeb.Hosting;
using ArenaWeb.Layout;

// Machine formats are invariant; what people read is formatted by Phrases.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddHosting();
    builder.AddLayout();

    var app = builder.Build();
    app.UseHosting();
    app.UseLayout();
    app.UseRouting();
    app.MapLayout();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Sentence(e) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
