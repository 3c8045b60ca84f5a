import { stopServices } from './service.js';

afterAll(stopServices);
