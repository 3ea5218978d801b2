using System.Globalization;
using ArenaWeb.Layout;

// Machine formats are invariant; what people read is formatted by Phrases.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
builder.AddLayout();

var app = builder.Build();
app.UseLayout();
app.UseRouting();
app.MapLayout();
app.Run();
