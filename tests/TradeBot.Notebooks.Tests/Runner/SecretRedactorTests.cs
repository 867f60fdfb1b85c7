using System.Text.Json.Nodes;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public class SecretRedactorTests
{
    [Theory]
    [InlineData("EXCHANGE_API_KEY", true)]
    [InlineData("GITHUB_TOKEN", true)]
    [InlineData("db-password", true)]
    [InlineData("apiKey", true)]
    [InlineData("accessToken", true)]
    [InlineData("Secret", true)]
    [InlineData("DB_PWD", true)]
    [InlineData("MYSQL_PWD", true)]
    [InlineData("PGPASSWORD", true)]
    [InlineData("SMTP_PASS", true)]
    [InlineData("AWS_ACCESS_KEY_ID", true)]
    [InlineData("AWS_SECRET_ACCESS_KEY", true)]
    [InlineData("SECRET_KEY_BASE", true)]
    [InlineData("SYSTEM_ACCESSTOKEN", true)]
    [InlineData("ACTIONS_RUNTIME_TOKEN", true)]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_TOKEN", true)]
    [InlineData("CI_JOB_JWT", true)]
    [InlineData("GITHUB_PAT", true)]
    [InlineData("DOCKER_AUTH_CONFIG", true)]
    [InlineData("VSCODE_GIT_IPC_AUTH_TOKEN", true)]
    [InlineData("npm_config__authToken", true)]
    [InlineData("Exchange:ApiKey", true)]
    [InlineData("ASPNETCORE_Kestrel__Certificates__Default__Password", true)]
    // login shells and desktops
    [InlineData("PWD", false)]
    [InlineData("OLDPWD", false)]
    [InlineData("SSH_AUTH_SOCK", false)]
    [InlineData("GPG_AUTH_SOCK", false)]
    [InlineData("SSH_ASKPASS", false)]
    [InlineData("XAUTHORITY", false)]
    [InlineData("KEYTIMEOUT", false)]
    [InlineData("GNOME_KEYRING_CONTROL", false)]
    [InlineData("PASSWORD_STORE_DIR", false)]
    // GitHub Actions and other runners
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL", false)]
    [InlineData("GITHUB_ACTOR", false)]
    [InlineData("RUNNER_TRACKING_ID", false)]
    [InlineData("ANSIBLE_VAULT_PASSWORD_FILE", false)]
    [InlineData("POSTGRES_HOST_AUTH_METHOD", false)]
    [InlineData("DB_AUTH_USER", false)]
    // dev containers
    [InlineData("REMOTE_CONTAINERS_SOCKETS", false)]
    [InlineData("VSCODE_GIT_ASKPASS_NODE", false)]
    [InlineData("TOKENIZERS_PARALLELISM", false)]
    [InlineData("MAX_TOKENS", false)]
    // Windows
    [InlineData("USERPROFILE", false)]
    [InlineData("PSModulePath", false)]
    [InlineData("SESSIONNAME", false)]
    [InlineData("KEYBOARD", false)]
    [InlineData("AUTHOR", false)]
    [InlineData("HOME", false)]
    [InlineData("monkey", false)]
    public void Secrets_are_known_by_their_names(string name, bool isSecret)
    {
        SecretRedactor redactor = SecretRedactor.None.With([KeyValuePair.Create(name, "value-of-it")]);

        Assert.Equal(isSecret ? $"x [{name} redacted] y" : "x value-of-it y", redactor.Redact("x value-of-it y"));
    }

    [Theory]
    [InlineData("DATABASE_URL", "postgres://bob:hunter2x@host/db", "connected to postgres://bob:[DATABASE_URL redacted]@host/db")]
    [InlineData("HTTPS_PROXY", "http://user:p@ss-word@proxy:8080", "connected to http://user:[HTTPS_PROXY redacted]@proxy:8080")]
    [InlineData("REDIS", "redis://:a.b.c-d@127.0.0.1:6379", "connected to redis://:[REDIS redacted]@127.0.0.1:6379")]
    [InlineData("ConnectionStrings__Default", "Server=host;User Id=sa;Password=hunter2x;Encrypt=true", "connected to Server=host;User Id=sa;Password=[ConnectionStrings__Default redacted];Encrypt=true")]
    [InlineData("HOMEPAGE", "https://host:8080/a@b", "connected to https://host:8080/a@b")]
    [InlineData("UPSTREAM", "https://bob@host/db", "connected to https://bob@host/db")]
    [InlineData("SETTINGS", "Server=host;Password=;Encrypt=true", "connected to Server=host;Password=;Encrypt=true")]
    public void The_password_of_an_address_or_a_connection_string_is_redacted_whatever_the_name(string name, string value, string expected)
    {
        SecretRedactor redactor = SecretRedactor.None.With([KeyValuePair.Create(name, value)]);

        Assert.Equal(expected, redactor.Redact($"connected to {value}"));
    }

    [Fact]
    public void Short_values_stay_and_the_longest_secret_goes_first()
    {
        SecretRedactor redactor = SecretRedactor.None.With([new("A_KEY", "12345"), new("B_KEY", "secret"), new("C_KEY", "secret-and-more")]);

        Assert.Equal("12345 [B_KEY redacted] [C_KEY redacted]", redactor.Redact("12345 secret secret-and-more"));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("root")]
    [InlineData("required")]
    [InlineData("enabled")]
    public void Words_that_settings_are_set_to_are_no_secrets(string value)
    {
        Assert.Equal($"it is {value}.", SecretRedactor.None.With([new("MY_AUTH", value)]).Redact($"it is {value}."));
    }

    [Fact]
    public void Paths_that_exist_and_the_users_name_are_no_secrets()
    {
        string folder = Environment.CurrentDirectory, file = typeof(SecretRedactor).Assembly.Location, user = Environment.UserName, text = $"{folder} {file} {user}";

        Assert.Equal(text, SecretRedactor.None.With([new("A_KEY", folder), new("B_TOKEN", file), new("C_PWD", user), new("SECRET_PLACE", Path.GetTempPath())]).Redact(text));
    }

    [Fact]
    public void A_path_that_does_not_exist_and_a_relative_one_may_be_secrets()
    {
        SecretRedactor redactor = SecretRedactor.None.With([new("A_KEY", "/kx8fnotafile/9Q=="), new("B_KEY", Path.GetFileName(typeof(SecretRedactor).Assembly.Location))]);

        Assert.Equal("[A_KEY redacted] [B_KEY redacted]", redactor.Redact($"/kx8fnotafile/9Q== {Path.GetFileName(typeof(SecretRedactor).Assembly.Location)}"));
    }

    [Theory]
    [InlineData("postgres", "the postgres role", "the [DB_PWD redacted] role")]
    [InlineData("postgres", "postgresql postgres_user mypostgres", "postgresql postgres_user mypostgres")]
    [InlineData("postgres", "{\"a\":\"x\\npostgres\"}", "{\"a\":\"x\\n[DB_PWD redacted]\"}")]
    [InlineData("postgres", "p=postgres", "p=[DB_PWD redacted]")]
    [InlineData("123456", "password 123456, price 123456.50 and 9123456", "password [DB_PWD redacted], price 123456.50 and 9123456")]
    [InlineData("hunter22", "xhunter22y", "x[DB_PWD redacted]y")]
    [InlineData("s3cret-9$1", "-s3cret-9$1-", "-[DB_PWD redacted]-")]
    public void A_value_of_letters_or_digits_is_redacted_as_a_whole_word(string value, string text, string redacted)
    {
        Assert.Equal(redacted, SecretRedactor.None.With([new("DB_PWD", value)]).Redact(text));
    }

    [Fact]
    public void The_working_directory_is_redacted_only_on_request()
    {
        string? before = Environment.GetEnvironmentVariable("PWD");
        Environment.SetEnvironmentVariable("PWD", AppContext.BaseDirectory);
        try
        {
            Assert.Equal(AppContext.BaseDirectory, SecretRedactor.OfEnvironment().Redact(AppContext.BaseDirectory));
            Assert.Equal("[PWD redacted]", SecretRedactor.OfEnvironment("PWD").Redact(AppContext.BaseDirectory));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PWD", before);
        }
    }

    [Fact]
    public void The_environment_gives_secrets_by_name_and_by_request()
    {
        Environment.SetEnvironmentVariable("TRADEBOT_TEST_TOKEN", "token-value");
        Environment.SetEnvironmentVariable("TRADEBOT_TEST_PLACE", "place-value");
        try
        {
            Assert.Equal("[TRADEBOT_TEST_TOKEN redacted] place-value", SecretRedactor.OfEnvironment().Redact("token-value place-value"));
            Assert.Equal("[TRADEBOT_TEST_PLACE redacted]", SecretRedactor.OfEnvironment("TRADEBOT_TEST_PLACE").Redact("place-value"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TRADEBOT_TEST_TOKEN", null);
            Environment.SetEnvironmentVariable("TRADEBOT_TEST_PLACE", null);
        }
    }

    [Fact]
    public async Task Every_form_of_every_output_is_redacted_also_when_written_in_pieces()
    {
        var options = new NotebookRunOptions { Redactor = SecretRedactor.None.With([new("KEY", "secret-one")]) };
        NotebookDocument document = Document(
            Code("var key = \"secret-\" + \"one\"; Console.Write(\"secret\"); Console.Write(\"-one\"); display(HTML($\"<b>{key}</b>\")); (\"{\\\"a\\\": [1, \\\"\" + key + \"\\\"]}\").DisplayAs(\"application/json\");\nkey"),
            Code("throw new InvalidOperationException(key);"));

        NotebookRunResult result = await new NotebookRunner(options).RunAsync(document, AppContext.BaseDirectory);

        string[] outputs = [.. document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.ToJsonString())];
        Assert.Equal(5, outputs.Length); // stream, HTML, JSON, result, error
        Assert.All(outputs, output => Assert.Contains("[KEY redacted]", output, StringComparison.Ordinal));
        Assert.All(outputs, output => Assert.DoesNotContain("secret", output, StringComparison.Ordinal));
        Assert.Equal("[KEY redacted]", result.Failure!.Error!.Message);
    }

    [Fact]
    public void Numbers_and_structure_stay()
    {
        JsonObject output = JsonNode.Parse("""{"data": {"application/json": {"n": 1.50, "t": [true, null]}}}""")!.AsObject();

        Assert.Equal(output.ToJsonString(), SecretRedactor.None.With([new("KEY", "abcdef")]).Redact(output).ToJsonString());
    }
}
