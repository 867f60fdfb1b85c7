using TradeBot.Optimization;

namespace TradeBot;

/// <summary>What is needed to reproduce a study bit-identically and to check that: the spec, the environment and the hash of the trials.</summary>
/// <param name="EngineVersion">Version of the engine that ran.</param>
/// <param name="Environment">Runtime and processor architecture.</param>
/// <param name="Spec">The study as data.</param>
/// <param name="Trials">The number of trials, at least 0.</param>
/// <param name="ResultHash">SHA-256 over every trial, see <see cref="StudyResult.ResultHash"/>.</param>
public sealed record StudyManifest(string EngineVersion, string Environment, StudySpec Spec, int Trials, string ResultHash)
{
    internal const string Format = "TradeBot study manifest 1";

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">As <see cref="ToJson"/> wrote it.</param>
    /// <param name="source">The file, for messages.</param>
    /// <exception cref="InvalidDataException">The text is not the manifest of a study, or a value is not accepted; the message names source, place and value.</exception>
    public static StudyManifest Parse(string json, string source = "The manifest")
    {
        ArgumentNullException.ThrowIfNull(json);
        return SpecText.Read<StudyManifest>(json, source, Format, StudySpec.Options);
    }

    /// <summary>The manifest as indented JSON; the same bytes for the same study, engine and environment.</summary>
    public string ToJson() => SpecText.Write(this, Format, StudySpec.Options);

    internal static StudyManifest Of(StudySpec spec, StudyResult result) =>
        new(RunEnvironment.Version, RunEnvironment.Name, spec, result.Trials.Count, result.ResultHash);
}
