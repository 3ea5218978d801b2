namespace Judge.Sandbox;

/// <summary>What makes the boxes. None: nothing does, so nothing is run.</summary>
public enum SandboxKind
{
    None,
    Docker,
    Bubblewrap,
}
