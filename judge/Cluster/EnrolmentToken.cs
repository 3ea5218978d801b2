using System.Net;

namespace Judge.Cluster;

/// <summary>What a new node needs to fetch its certificate once.</summary>
/// <param name="At">Where somebody waits for it.</param>
/// <param name="Server">SHA-256 in hex of the certificate that waits there, so that nobody else can stand in.</param>
/// <param name="Secret">128 random bits in hex: for one name, good once.</param>
internal sealed record EnrolmentToken(IPEndPoint At, string Server, string Secret)
{
    private const int ServerLength = 64;
    private const int SecretLength = 32;

    public override string ToString() => $"{At}/{Server}/{Secret}";

    /// <summary>Null: it is none.</summary>
    public static EnrolmentToken? Parse(string text) =>
        text.Trim().Split('/') is [var at, { Length: ServerLength } server, { Length: SecretLength } secret]
        && IPEndPoint.TryParse(at, out var place)
        && place.Port > 0
            ? new EnrolmentToken(place, server, secret)
            : null;
}

/// <summary>Why a node did not get a certificate.</summary>
internal enum EnrolmentFlaw
{
    None,

    /// <summary>The words are no token.</summary>
    NoToken,

    /// <summary>Nobody waits there: all were used, or the time is over.</summary>
    NobodyThere,

    /// <summary>Somebody else answers there.</summary>
    OtherServer,

    /// <summary>The token was used before, or is not of this enrolment.</summary>
    Used,

    /// <summary>This node has a certificate already.</summary>
    HasOne,
}

internal sealed class EnrolmentException(EnrolmentFlaw flaw, Exception? inner = null) : Exception($"No certificate: {flaw}.", inner)
{
    public EnrolmentFlaw Flaw { get; } = flaw;
}
