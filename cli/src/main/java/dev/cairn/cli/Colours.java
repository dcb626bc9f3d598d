package dev.cairn.cli;

import java.util.Map;

/** Whether to show colours: only on a terminal, and never where the user does not want them. */
final class Colours {
    private Colours() {}

    static boolean areShown(Map<String, String> environment) {
        return areShown(environment, TerminalWindow.isThere(environment));
    }

    static boolean areShown(Map<String, String> environment, boolean isTerminal) {
        return isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
