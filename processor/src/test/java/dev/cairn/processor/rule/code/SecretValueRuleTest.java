package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link SecretValueRule}: {@code [cairn:secret-value]}. */
class SecretValueRuleTest {
    private static final String FIX =
            "\n    fix:   keep it in a local variable or a transient field, which are not stored.";

    @Test
    void theParameterItself() {
        assertThat(allProblems("""
                        @Parameter(secret = true) String key;
                        String saved;
                        Object other;
                        @Step(next = "end") void start() {
                            saved = key;
                            this.other = (Object) (this.key);
                            System.out.println(saved);
                            saved = "";
                        }
                        @Step void end() { System.out.println(saved + other); }
                        """)).isEqualTo(error("5:5", "saved") + "\n" + error("6:9", "other"));
    }

    @Test
    void whatIsMadeOfIt() {
        assertThat(allProblems("""
                        record Login(String user, String key) {}
                        @Parameter(secret = true) String key;
                        String header; String named; String chosen; Login login; List<String> list; byte[] bytes; String encoded;
                        @Step(next = "end") void start() {
                            header = "Bearer " + key;
                            named = String.format("%s", key.trim());
                            chosen = list == null ? "" : key;
                            login = new Login("me", key);
                            list = List.of(key);
                            bytes = key.getBytes();
                            encoded = Base64.getEncoder().encodeToString(("me:" + key).getBytes());
                        }
                        @Step void end() { System.out.println(header + named + chosen + login + list + bytes + encoded); }
                        """))
                .isEqualTo(String.join(
                        "\n",
                        warning("5:5", "header"),
                        warning("6:5", "named"),
                        warning("7:5", "chosen"),
                        warning("8:5", "login"),
                        warning("9:5", "list"),
                        warning("10:5", "bytes"),
                        warning("11:5", "encoded")));
    }

    @Test
    void throughVariablesAndHelpers() {
        assertThat(allProblems("""
                        @Parameter(secret = true) String key;
                        @Parameter(secret = true) List<String> keys;
                        String a; String b; String c; String d = ""; String e;
                        transient String kept;
                        @Step(next = "end") void start() {
                            String local = key;
                            String more = local + "/";
                            a = more;
                            b = header();
                            store(local);
                            for (String each : keys) {
                                d = each;
                            }
                            kept = key;
                            e = kept;
                        }
                        String header() { return "Bearer " + key; }
                        void store(String text) { this.c = text; }
                        @Step void end() { System.out.println(a + b + c + d + e); }
                        """))
                .isEqualTo(String.join(
                        "\n",
                        warning("8:5", "a"),
                        warning("9:5", "b"),
                        warning("12:9", "d").replace("parameter `key`", "parameter `keys`"),
                        warning("15:5", "e"),
                        warning("18:31", "c")));
    }

    @Test
    void whatIsPutIntoAnArtifact() {
        assertThat(allProblems("""
                        static class Settings { String key; void setKey(String key) { this.key = key; } }
                        @Parameter(secret = true) String key;
                        List<String> list = new ArrayList<>(); Map<String, String> map = new HashMap<>(); String[] array = {""};
                        Settings settings = new Settings(); String text = "";
                        @Step(next = "end") void start() {
                            list.add(key);
                            map.put("key", key);
                            array[0] = key;
                            settings.setKey(key);
                            settings.key = key;
                            text += key;
                            List<String> headers = new ArrayList<>();
                            headers.add(key);
                            list = headers;
                        }
                        @Step void end() { System.out.println(list + "" + map + array.length + settings + text); }
                        """))
                .isEqualTo(String.join(
                        "\n",
                        warning("6:5", "list"),
                        warning("7:5", "map"),
                        warning("8:10", "array"),
                        warning("9:5", "settings"),
                        warning("10:13", "settings"),
                        warning("11:5", "text"),
                        warning("14:5", "list")));
    }

    @Test
    void acceptsUses() {
        assertThat(allProblems("""
                        record Client(String key) { String get(String url) { return url; } static Client of(String key) { return new Client(key); } }
                        @Parameter(secret = true) String key;
                        String result; int length; boolean given; String other; List<String> all;
                        transient String header; transient Client client;
                        @Step(next = "end") void start() {
                            header = "Bearer " + key;
                            client = new Client(key);
                            Client local = Client.of(key);
                            result = client.get("/a") + new Client(key).get("/b") + local.get("/c");
                            all = List.of(local.get("/d"), format(key));
                            length = key.length();
                            given = key != null;
                            String key = "a local variable";
                            other = key;
                        }
                        @Step void end() { System.out.println(result + length + given + other + all); }
                        String format(String key) { return "***"; }
                        """)).isEmpty();
    }

    @Test
    void anObjectThatIsMadeWithIt() {
        assertThat(allProblems("""
                        record Client(String key) { static Client of(String key) { return new Client(key); } }
                        @Parameter(secret = true) String key;
                        Client client; List<Client> clients; Optional<String> part;
                        @Step(next = "end") void start() {
                            client = Client.of(key);
                            clients = new ArrayList<Client>(List.of(client));
                            Client local = new Client(key);
                            clients.add(local);
                            part = Optional.of(key).map(each -> each);
                            part = Optional.of(key);
                        }
                        @Step void end() { System.out.println(client + "" + clients + part); }
                        """))
                .isEqualTo(String.join(
                        "\n",
                        warning("5:5", "client"),
                        warning("8:5", "clients"),
                        "9:5 warning [cairn:overwritten-value] the value assigned to `part` is overwritten before anything reads it"
                                + "\n    fix:   remove this assignment, or keep the value in a separate field.",
                        warning("10:5", "part")));
    }

    @Test
    void acceptsParametersThatAreStored() {
        assertThat(allProblems("""
                        @Parameter String name = "";
                        String saved;
                        @Step(next = "end") void start() { saved = name; }
                        @Step void end() { System.out.println(saved); }
                        """)).isEmpty();
    }

    @Test
    void aWarningCanBeSilenced() {
        assertThat(allProblems("""
                        @Parameter(secret = true) String key;
                        String part;
                        @SuppressWarnings("cairn:secret-value")
                        @Step(next = "end") void start() { part = key.substring(0, 1); }
                        @Step void end() { System.out.println(part); }
                        """)).isEmpty();
    }

    private static String error(String place, String artifact) {
        return place + " error [cairn:secret-value] artifact `" + artifact
                + "` is assigned the secret parameter `key`, and would be stored as plain text" + FIX;
    }

    private static String warning(String place, String artifact) {
        return place + " warning [cairn:secret-value] artifact `" + artifact
                + "` gets a value that may contain the secret parameter `key`, and would be stored as plain text" + FIX;
    }
}
