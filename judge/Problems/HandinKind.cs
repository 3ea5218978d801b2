namespace Judge.Problems;

/// <summary>What is handed in for a problem.</summary>
public enum HandinKind
{
    /// <summary>A source, or a zip of several.</summary>
    Program,

    /// <summary>Outputs that were made at home, with whatever means.</summary>
    Outputs,

    /// <summary>A program of blocks for a level of puzzles, as the block editor saves it.</summary>
    Blocks,
}
