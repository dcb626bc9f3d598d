/** Flows of somebody who uses Temporal. */
package com.acme.remote;
