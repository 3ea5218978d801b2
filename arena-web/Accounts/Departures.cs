namespace ArenaWeb.Accounts;

/// <summary>Whose session ends in some browser: that person signs out there, or somebody signs in over it.</summary>
internal sealed class Departures
{
    public event Action<Visitor>? Left;

    /// <summary>To be called while the request still bears the old session; nobody was signed in: nobody left.</summary>
    public void Tell(HttpContext http)
    {
        if (Visitor.Of(http.User) is { } who)
        {
            Tell(who);
        }
    }

    public void Tell(Visitor who) => Left?.Invoke(who);
}
