package dev.cairn.cli;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether to show colours: only on a terminal, and never where the user does not want them. */
final class Colours {
    private Colours() {}

    static boolean areShown(Map<String, String> environment) {
        return areShown(environment, isTerminal(System.console()));
    }

    static boolean areShown(Map<String, String> environment, boolean isTerminal) {
        return isTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Since Java 22 there is a console in a pipe too, which then says that it is no terminal. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // of an older Java
        }
    }
}
