using TradeBot.Optimization;
using TradeBot.Reporting;

namespace TradeBot.Cli.Commands;

/// <summary>Writes the report of a study.</summary>
internal static class StudyReporting
{
    /// <returns>The path that was written.</returns>
    public static string Write(StudyResult result, string path)
    {
        StudyReport.Create(result).Save(path);
        return path;
    }
}
