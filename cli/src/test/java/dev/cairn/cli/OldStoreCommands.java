package dev.cairn.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What the commands that read print of the store that {@code format-1.zip} holds. */
final class OldStoreCommands {
    private static final String RUN = "Products/20261129T051314134-1vkc35ty";

    private static final List<String> COMMANDS = List.of(
            "list",
            "list Products --tag good --json",
            "show",
            "show Products --json",
            "show " + RUN,
            "show " + RUN + " --json",
            "show " + RUN + "/work --json",
            "show " + RUN + "/work/3",
            "show Products/20261129T051315705-8kwas6s4/work/2",
            "dump " + RUN + "/start",
            "dump " + RUN + "/start --json",
            "dump " + RUN + "/work --json",
            "dump " + RUN + "/work/1 --artifact product");

    private OldStoreCommands() {}

    /** Argument: the directory of the store. */
    public static void main(String[] arguments) {
        System.out.print(of(Path.of(arguments[0])));
    }

    static String of(Path store) {
        Console console = new Console(Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC)).in(store);
        StringBuilder text = new StringBuilder();
        for (String command : COMMANDS) {
            int status = console.type(List.of(), command.split(" "));
            text.append("> " + command + ": " + status + "\n" + console.out() + console.err());
        }
        return text.toString();
    }
}
