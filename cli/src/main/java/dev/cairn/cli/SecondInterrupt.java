package dev.cairn.cli;

import java.lang.reflect.Proxy;

/**
 * Lets a second Ctrl-C end the process at once: while shutdown hooks run, the virtual machine ignores it. The only way there is
 * {@code sun.misc.Signal}, of the module {@code jdk.unsupported}; where that is missing, the second one is ignored.
 */
final class SecondInterrupt {
    private SecondInterrupt() {}

    /** From now on, the next interrupt ends the process. */
    static void haltsTheProcess() {
        haltsTheProcess("INT", ExitStatus.INTERRUPTED);
        haltsTheProcess("TERM", ExitStatus.TERMINATED);
    }

    private static void haltsTheProcess(String name, int status) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object halt = Proxy.newProxyInstance(
                    SecondInterrupt.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            Runtime.getRuntime().halt(status);
                        }
                        return null;
                    });
            Object number = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, number, halt);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // the system has no such signal, or leaves it to nobody
        }
    }
}
