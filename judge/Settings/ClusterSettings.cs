using System.Net;

namespace Judge.Settings;

/// <summary>Settings of an arena that works with others, or with judges on other machines.</summary>
public sealed record ClusterSettings
{
    /// <summary>IP address and port at which the other arenas reach this one, such as <c>10.0.0.1:11111</c>; empty: it is alone.</summary>
    public string Address { get; init; } = "";

    /// <summary>Port of the same IP address for judge nodes.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>File (PEM) with this arena's certificate and its key; empty: only programs on the same machine are served.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>File (PEM) with the certificate of the site's own authority, which signed those of all arenas and nodes.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Null: alone.</summary>
    internal IPEndPoint? Silo => Address.Length > 0 && IPEndPoint.TryParse(Address, out var at) ? at : null;

    /// <summary>What is wrong with the settings, in a sentence with the cure; null: nothing.</summary>
    internal string? Flaw(string database) =>
        this switch
        {
            { Address: "" } => null,
            { Silo: not { Port: > 0 } } =>
                $"The setting Cluster__Address is {Address}: it must be an IP address and a port of this machine, such as 10.0.0.1:11111.",
            _ when Silo.Address.Equals(IPAddress.Any) || Silo.Address.Equals(IPAddress.IPv6Any) =>
                $"The setting Cluster__Address is {Address}: name the one private IP address at which the others reach this arena.",
            { GatewayPort: < 1 or > 65535 } => $"The setting Cluster__GatewayPort is {GatewayPort}: it must be from 1 to 65535.",
            _ when GatewayPort == Silo.Port =>
                $"The settings Cluster__Address and Cluster__GatewayPort name the same port {GatewayPort}: they must differ.",
            _ when database.Length == 0 =>
                "The setting Cluster__Address is for arenas with PostgreSQL: set Database too, or leave Cluster__Address empty.",
            { Certificate: "" } when !IPAddress.IsLoopback(Silo.Address) =>
                $"The setting Cluster__Address is {Address}: what leaves this machine needs certificates. Make them with "
                    + "./contest cluster certificates FOLDER --arena NAME, and set Cluster__Certificate and Cluster__Authority.",
            _ when Certificate.Length == 0 != (Authority.Length == 0) =>
                "The settings Cluster__Certificate and Cluster__Authority belong together: set both or none.",
            _ => null,
        };
}
