using System.Xml.Linq;

namespace TradeBot.Notebooks;

/// <summary>Writes results as JUnit XML, as CI services read it: a suite per notebook, a case per cell.</summary>
public static class JUnitReport
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">Its folder is created.</param>
    /// <param name="suites">The notebooks in order.</param>
    public static void Save(string path, IReadOnlyList<ReportSuite> suites) => ReportText.Save(path, new XElement(
        "testsuites",
        new XAttribute("tests", suites.Sum(suite => suite.Cases.Count)),
        new XAttribute("failures", suites.Sum(suite => suite.Count(ReportOutcome.Failed))),
        new XAttribute("skipped", suites.Sum(suite => suite.Count(ReportOutcome.Skipped))),
        new XAttribute("time", ReportText.Seconds(new TimeSpan(suites.Sum(suite => suite.Duration.Ticks)))),
        suites.Select(Suite)));

    private static XElement Suite(ReportSuite suite) => new(
        "testsuite",
        new XAttribute("name", ReportText.Clean(suite.Name)),
        new XAttribute("tests", suite.Cases.Count),
        new XAttribute("failures", suite.Count(ReportOutcome.Failed)),
        new XAttribute("errors", 0),
        new XAttribute("skipped", suite.Count(ReportOutcome.Skipped)),
        new XAttribute("time", ReportText.Seconds(suite.Duration)),
        new XAttribute("timestamp", ReportText.Time(suite.Started)),
        new XAttribute("file", ReportText.Clean(suite.File)),
        suite.Cases.Select(item => Case(suite, item)));

    private static XElement Case(ReportSuite suite, ReportCase item) => new(
        "testcase",
        new XAttribute("name", ReportText.Clean(item.Name)),
        new XAttribute("classname", ReportText.Clean(suite.Name)),
        new XAttribute("time", ReportText.Seconds(item.Duration)),
        item.Outcome switch
        {
            ReportOutcome.Failed => new XElement("failure", new XAttribute("message", ReportText.Clean(item.Message)), ReportText.Clean(item.Details)),
            ReportOutcome.Skipped => new XElement("skipped", new XAttribute("message", ReportText.Clean(item.Message))),
            _ => null,
        });
}
