namespace TradeBot.Notebooks.Tests.Kernel.Steps;

public sealed class MagicTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestSession _session;

    public MagicTests() => _session = new TestSession(_folder.FullPath);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_languages_own_magic_and_its_aliases_pass()
    {
        Assert.Equal("2", await _session.ValueAsync("#!csharp\n1 + 1"));
        Assert.Equal("3", await _session.ValueAsync("#!c#\n1 + 2"));
    }

    [Fact]
    public async Task Nothing_of_a_cell_runs_when_one_of_its_magics_is_unknown()
    {
        CellError error = await _session.ErrorAsync("int ran = 1;\n#!fancy now");

        Assert.Equal((CellError.Compilation, 2), (error.Name, error.Line));
        await _session.ErrorAsync("ran");
    }

    [Fact]
    public async Task Markdown_html_and_scripts_are_shown_as_what_they_are()
    {
        await _session.ValueAsync("#!markdown\n# Top\n#!html\n<b>x</b>\n#!javascript\nalert(1)\n#!mermaid\ngraph LR; A-->B");

        MimeBundle[] shown = Shown();
        Assert.Equal("# Top", shown[0]["text/markdown"]!.GetValue<string>());
        Assert.Equal("<b>x</b>", shown[1]["text/html"]!.GetValue<string>());
        Assert.Equal("alert(1)", shown[2]["application/javascript"]!.GetValue<string>());
        Assert.Equal("graph LR; A-->B", shown[3]["text/vnd.mermaid"]!.GetValue<string>());
        Assert.Equal("<pre class=\"mermaid\">graph LR; A--&gt;B</pre>", shown[3]["text/html"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_names_the_variables_and_whos_shows_them()
    {
        await _session.ValueAsync("int b = 2; string a = \"x\"; var list = new List<int> { 1 };");
        await _session.ValueAsync("double b = 2.5;");
        await _session.ValueAsync("#!who\n#!whos");

        Assert.Equal("a, b, list", Shown()[0].Text);
        Assert.Equal("name  type       value\n----  ---------  -----\na     string     x\nb     double     2.5\nlist  List<int>  [1]", Shown()[1].Text);
    }

    [Fact]
    public async Task Time_is_reported_after_the_cell()
    {
        await _session.ValueAsync("#!time\nConsole.Write(\"work\");\n1");

        Assert.Matches(@"^Wall time: [0-9.]+ ms$", Assert.IsType<DisplayOutput>(_session.Outputs[^1]).Data.Text);
        Assert.IsType<StreamOutput>(_session.Outputs[0]);
    }

    [Fact]
    public async Task Lsmagic_lists_every_magic_with_its_usage()
    {
        await _session.ValueAsync("#!lsmagic");

        foreach (string magic in (string[])["#!csharp", "#!fsharp", "#!sql", "#!markdown", "#!html", "#!javascript", "#!mermaid", "#!import", "#!time", "#!who", "#!whos", "#!lsmagic", "#!set", "#!share", "#!value"])
            Assert.Contains(magic, Shown()[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_text_or_json_or_a_file_is_shared_and_set()
    {
        _folder.Write("data.txt", "from a file");
        await _session.ValueAsync("#!value --name text\nline 1\nline 2\n#!csharp\n#!share text --from value");
        await _session.ValueAsync("#!value --name json --mime-type application/json\n{\"a\": [1, 2]}");
        await _session.ValueAsync("#!value --name file --from-file data.txt");
        await _session.ValueAsync("#!share json --from value --as parsed\n#!set --name copy --value @value:file\n#!set --name said --value \"in words\"");

        Assert.Equal("line 1\nline 2", await _session.ValueAsync("text"));
        Assert.Equal("2", await _session.ValueAsync("(int)parsed[\"a\"][1]"));
        Assert.Equal("from a file, in words", await _session.ValueAsync("$\"{copy}, {said}\""));
    }

    [Fact]
    public async Task A_variable_that_is_not_there_is_refused_with_the_nearest()
    {
        await _session.ValueAsync("#!value --name prices\n1");

        Assert.Equal("There is no variable price in value; the nearest is prices.", (await _session.ErrorAsync("#!share price --from value")).Message);
        Assert.Contains("There is no language valeu; the nearest is value", (await _session.ErrorAsync("#!share prices --from valeu")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_file_runs_in_the_language_its_name_tells()
    {
        _folder.Write("code.csx", "int imported = 7;");
        _folder.Write("page.md", "*hello*");
        _folder.Write("book.ipynb", NotebookText.Of(NotebookText.Code("int fromBook = imported + 1;"), NotebookText.Markdown("# no code")));
        _folder.Write("old.dib", "#!meta\n\n{\"kernelInfo\": {}}\n\n#!csharp\n\nint fromDib = 3;\n\n#!markdown\n\ntext");
        await _session.ValueAsync("#!import code.csx\n#!import page.md\n#!import book.ipynb\n#!import old.dib\nint after = fromBook;");

        Assert.Equal(["*hello*", "text"], Shown().Select(shown => shown.Text));
        Assert.Equal("(7, 8, 3)", await _session.ValueAsync("(imported, after, fromDib)"));
    }

    [Fact]
    public async Task A_mistake_in_an_imported_file_names_the_file()
    {
        _folder.Write("bad.cs", "int x = 1;\nmistake;");
        CellError error = await _session.ErrorAsync("#!import bad.cs");

        Assert.StartsWith("bad.cs, line 2, column 1: error CS0103", error.Trace[0], StringComparison.Ordinal);
        Assert.Contains("relative to the notebook's folder", (await _session.ErrorAsync("#!import absent.cs")).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be imported", (await _session.ErrorAsync($"#!import {_folder.Write("x.py", "")}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_import_each_other_end()
    {
        _folder.Write("a.csx", "#!import a.csx");

        Assert.Contains("import each other", (await _session.ErrorAsync("#!import a.csx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_runs_a_script_as_part_of_the_cell_and_its_mistakes_bear_its_name()
    {
        _folder.Write("lib/helper.csx", "int Twice(int x) => x * 2;\nvoid Fail() => throw new InvalidOperationException(\"deep\");");
        _folder.Write("wrong.csx", "\nint y = nothing;");

        Assert.Equal("42", await _session.ValueAsync("#load \"lib/helper.csx\"\nTwice(21)"));
        Assert.Equal("6", await _session.ValueAsync("Twice(3)"));
        Assert.Equal("   at Fail(), helper.csx, line 2", (await _session.ErrorAsync("Fail()")).Trace[1]);
        CellError error = await _session.ErrorAsync("1;\n#load \"wrong.csx\"".Replace("1;\n", "", StringComparison.Ordinal));
        Assert.Equal("wrong.csx, line 2, column 9: error CS0103: The name 'nothing' does not exist in the current context", error.Trace[0]);
        Assert.Null(error.Line);
        Assert.Contains("absent.csx", (await _session.ErrorAsync("#load \"absent.csx\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loaded_script_may_refer_to_libraries_beside_it()
    {
        Directory.CreateDirectory(_folder.PathOf("lib"));
        TestLibrary.Build(_folder.PathOf("lib"), "Beside", "public static class Beside { public static int Number => 9; }");
        _folder.Write("lib/uses.csx", "#r \"Beside.dll\"\nint nine = Beside.Number;");

        Assert.Equal("9", await _session.ValueAsync("#load \"lib/uses.csx\"\nnine"));
    }

    private MimeBundle[] Shown() => [.. _session.Outputs.OfType<DisplayOutput>().Select(output => output.Data)];
}
