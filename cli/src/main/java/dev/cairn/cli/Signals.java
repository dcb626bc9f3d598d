package dev.cairn.cli;

import java.lang.reflect.Proxy;

/**
 * What happens on signals of the operating system. The only access is {@code sun.misc.Signal}, of the module {@code jdk.unsupported}; where
 * that or a signal is missing, nothing happens.
 */
final class Signals {
    private Signals() {}

    /** From now on, does {@code action} when the signal with this name arrives, and nothing else. */
    static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Object number = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, number, proxy);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // the system has no such signal, or leaves it to nobody
        }
    }
}
