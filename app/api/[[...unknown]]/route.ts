import { notFound } from "@/lib/core/errors";
import { api } from "@/lib/http";

const nothing = api<{ unknown?: string[] }>(() => Promise.reject(notFound()));

export { nothing as GET, nothing as POST, nothing as PUT, nothing as PATCH, nothing as DELETE };
