using System.Globalization;
using System.Xml.Linq;

namespace TradeBot.Notebooks;

/// <summary>Writes results as TRX, as Visual Studio, Azure and dotnet's tools read it: a test per cell, the notebook as its class.</summary>
public static class TrxReport
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private static readonly string TestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b"; // what the format calls a unit test
    private static readonly string TestList = "8c84fa94-04c1-424b-9868-57a2d4851a1d"; // the format's list of tests that are in no list

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">Its folder is created.</param>
    /// <param name="suites">The notebooks in order.</param>
    public static void Save(string path, IReadOnlyList<ReportSuite> suites)
    {
        DateTimeOffset start = suites.Count == 0 ? default : suites.Min(suite => suite.Started);
        DateTimeOffset finish = suites.Count == 0 ? default : suites.Max(suite => suite.Started + suite.Duration);
        (ReportSuite Suite, ReportCase Case)[] tests = [.. suites.SelectMany(suite => suite.Cases, (suite, item) => (suite, item))];
        ReportText.Save(path, new XElement(
            Ns + "TestRun",
            new XAttribute("id", ReportText.Id(path, ReportText.Time(start))),
            new XAttribute("name", "notebooks"),
            new XElement(Ns + "Times", new XAttribute("creation", ReportText.Time(start)), new XAttribute("queuing", ReportText.Time(start)), new XAttribute("start", ReportText.Time(start)), new XAttribute("finish", ReportText.Time(finish))),
            new XElement(Ns + "Results", tests.Select(test => Result(test.Suite, test.Case))),
            new XElement(Ns + "TestDefinitions", tests.Select(test => Definition(test.Suite, test.Case))),
            new XElement(Ns + "TestEntries", tests.Select(test => new XElement(
                Ns + "TestEntry",
                new XAttribute("testId", TestId(test.Suite, test.Case)),
                new XAttribute("executionId", ExecutionId(test.Suite, test.Case)),
                new XAttribute("testListId", TestList)))),
            new XElement(Ns + "TestLists", new XElement(Ns + "TestList", new XAttribute("name", "Results Not in a List"), new XAttribute("id", TestList))),
            Summary(suites)));
    }

    private static XElement Result(ReportSuite suite, ReportCase item) => new(
        Ns + "UnitTestResult",
        new XAttribute("executionId", ExecutionId(suite, item)),
        new XAttribute("testId", TestId(suite, item)),
        new XAttribute("testName", ReportText.Clean($"{suite.Name}.{item.Name}")),
        new XAttribute("computerName", "local"),
        new XAttribute("duration", item.Duration.ToString("c", CultureInfo.InvariantCulture)),
        new XAttribute("startTime", ReportText.Time(suite.Started)),
        new XAttribute("endTime", ReportText.Time(suite.Started + item.Duration)),
        new XAttribute("testType", TestType),
        new XAttribute("outcome", Outcome(item)),
        new XAttribute("testListId", TestList),
        item.Message is null ? null : new XElement(Ns + "Output", new XElement(
            Ns + "ErrorInfo",
            new XElement(Ns + "Message", ReportText.Clean(item.Message)),
            item.Details is null ? null : new XElement(Ns + "StackTrace", ReportText.Clean(item.Details)))));

    private static XElement Definition(ReportSuite suite, ReportCase item) => new(
        Ns + "UnitTest",
        new XAttribute("name", ReportText.Clean($"{suite.Name}.{item.Name}")),
        new XAttribute("storage", ReportText.Clean(suite.File)),
        new XAttribute("id", TestId(suite, item)),
        new XElement(Ns + "Execution", new XAttribute("id", ExecutionId(suite, item))),
        new XElement(
            Ns + "TestMethod",
            new XAttribute("codeBase", ReportText.Clean(suite.File)),
            new XAttribute("adapterTypeName", "executor://tradebot/notebook"),
            new XAttribute("className", ReportText.Clean(suite.Name)),
            new XAttribute("name", ReportText.Clean(item.Name))));

    private static XElement Summary(IReadOnlyList<ReportSuite> suites)
    {
        int total = suites.Sum(suite => suite.Cases.Count);
        int passed = suites.Sum(suite => suite.Count(ReportOutcome.Passed)), failed = suites.Sum(suite => suite.Count(ReportOutcome.Failed));
        return new XElement(
            Ns + "ResultSummary",
            new XAttribute("outcome", failed > 0 ? "Failed" : "Completed"),
            new XElement(Ns + "Counters", new XAttribute("total", total), new XAttribute("executed", passed + failed), new XAttribute("passed", passed), new XAttribute("failed", failed), new XAttribute("notExecuted", total - passed - failed)));
    }

    private static string Outcome(ReportCase item) => item.Outcome switch
    {
        ReportOutcome.Passed => "Passed",
        ReportOutcome.Failed => "Failed",
        _ => "NotExecuted",
    };

    private static string TestId(ReportSuite suite, ReportCase item) => ReportText.Id("test", suite.File, item.Name);

    private static string ExecutionId(ReportSuite suite, ReportCase item) => ReportText.Id("execution", suite.File, item.Name, ReportText.Time(suite.Started));
}
