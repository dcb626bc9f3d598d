package dev.cairn.datastore.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.DatastoreException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {
    @Test
    void aShortUrlHasDefaults() {
        StoreUrl url = StoreUrl.parse("postgresql://db.acme.com/flows");

        assertThat(url.user()).isNull();
        assertThat(url.hosts()).containsExactly(new StoreUrl.Host("db.acme.com", 5432));
        assertThat(url.database()).isEqualTo("flows");
        assertThat(url.schema()).isEqualTo("cairn");
        assertThat(url.blobs()).isNull();
    }

    @Test
    void aLongUrlSaysItAll() {
        StoreUrl url = StoreUrl.parse(
                "postgresql://ada%40acme@one:5433,two/my%20flows?schema=a_1&blobs=s3://bucket/some/prefix"
                        + "&endpoint=http://127.0.0.1:9000&sslmode=verify-full");

        assertThat(url.user()).isEqualTo("ada@acme");
        assertThat(url.hosts()).isEqualTo(List.of(new StoreUrl.Host("one", 5433), new StoreUrl.Host("two", 5432)));
        assertThat(url.servers()).isEqualTo("one:5433, two:5432");
        assertThat(url.database()).isEqualTo("my flows");
        assertThat(url.schema()).isEqualTo("a_1");
        assertThat(url.blobs()).isEqualTo("s3://bucket/some/prefix");
        assertThat(url.parameters())
                .containsEntry("endpoint", "http://127.0.0.1:9000")
                .containsEntry("sslmode", "verify-full");
    }

    @Test
    void withoutAHostItIsThisMachine() {
        assertThat(StoreUrl.parse("postgresql:///flows").servers()).isEqualTo("localhost:5432");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:hunter2@db/flows",
                "postgresql://db/flows?password=hunter2",
                "postgresql://db/flows?schema=x&password=hunter2",
                "postgresql://ada:hunter2@db:x/flows",
                "postgresql://ada:hunter2@d b/flows",
                "postgresql://ada:hunter2@db/flows#x",
                "postgresql://ada:hunt?er2@db/flows",
                "postgresql://db/flows?sslpassword=hunter2",
                "postgresql://db/flows?Password=hunter2"
            })
    void aPasswordIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> StoreUrl.parse(url))
                .isInstanceOf(DatastoreException.class)
                .hasMessage("the URL of the datastore has a password in it, where others could read it."
                        + " Remove it, and set PGPASSWORD or add a line to ~/.pgpass instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql:|`postgresql:` is not a URL: Expected scheme-specific part at character 12. Write it as"
                        + " `postgresql://host/database`, with special characters as `%` and two digits.",
                "postgresql://db|`postgresql://db` does not name a database. Write it as `postgresql://host/database`.",
                "postgresql://db/a/b|`postgresql://db/a/b` does not name a database. Write it as"
                        + " `postgresql://host/database`.",
                "postgresql://db:99999/a|`postgresql://db:99999/a` has the server `db:99999`, which is not a host with an"
                        + " optional port. Write it as `postgresql://host/database` or `postgresql://host:5432/database`.",
                "postgresql://db/a?scema=x|`postgresql://db/a?scema=x` has the unknown parameter `scema`. Use one of: schema,"
                        + " blobs, endpoint, region, pathStyle, sslmode, sslrootcert, sslcert, sslkey.",
                "postgresql://db/a?schema=|`postgresql://db/a?schema=` has the parameter `schema` without a value. Give it one,"
                        + " or remove it.",
                "postgresql://db/a?schema=x&schema=y|`postgresql://db/a?schema=x&schema=y` has the parameter `schema` more than"
                        + " once. Remove all but one.",
                "postgresql://db/a?schema=X-Y|`postgresql://db/a?schema=X-Y` names the schema `X-Y`. Use a name of lower-case"
                        + " letters, digits and underscores that does not start with a digit.",
                "postgresql://db/a?region=x|`postgresql://db/a?region=x` has the parameter `region`, but names no bucket. Add"
                        + " `blobs=s3://bucket/prefix`.",
                "postgresql://db/a#b|`postgresql://db/a#b` has a `#`, which cannot be part of such a URL. Write it as `%23`."
            })
    void mistakesAreNamed(String url, String message) {
        assertThatThrownBy(() -> StoreUrl.parse(url))
                .isInstanceOf(DatastoreException.class)
                .hasMessage(message);
    }
}
