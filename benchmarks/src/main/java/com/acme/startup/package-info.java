/** Programs as users have them, of which the start is measured: code in a package of Cairn would not count as a flow's. */
@NullMarked
package com.acme.startup;

import org.jspecify.annotations.NullMarked;
